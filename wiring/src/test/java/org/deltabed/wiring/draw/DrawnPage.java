package org.deltabed.wiring.draw;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A drawing read back as what lies where on the page. */
final class DrawnPage {
  /** All letters of the fonts that are asked for have this width, in parts of their size. */
  private static final double CHAR = 0.602;

  private static final Pattern NUMBERS = Pattern.compile("-?\\d+");

  /** A rectangle, and what is in it. */
  record Area(String what, double left, double top, double right, double bottom) {
    boolean overlaps(Area that) {
      return left < that.right && that.left < right && top < that.bottom && that.top < bottom;
    }
  }

  final Document document;
  final List<Area> texts = new ArrayList<>();
  final List<Area> boxes = new ArrayList<>();
  final List<Area> lines = new ArrayList<>();
  final Area page;

  DrawnPage(String svg) throws Exception {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    Element root = document.getDocumentElement();
    page = new Area("page", 0, 0, number(root, "width"), number(root, "height"));
    for (Element text : elements("text")) {
      texts.add(text(text));
    }
    for (Element rect : elements("rect")) {
      if (Set.of("box", "part").contains(rect.getAttribute("class"))) {
        boxes.add(box(rect));
      }
    }
    for (Element path : elements("path")) {
      if (path.getAttribute("class").startsWith("core")) {
        lines.add(line(path.getAttribute("d")));
      }
    }
  }

  List<Element> elements(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<Element> list = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      list.add((Element) found.item(i));
    }
    return list;
  }

  private static Area text(Element text) {
    List<String> looks = List.of(text.getAttribute("class").split(" "));
    double size =
        looks.contains("t")
            ? 20
            : looks.contains("h") ? 13 : looks.contains("s") ? 10 : looks.contains("x") ? 8 : 11;
    double width = CHAR * size * text.getTextContent().length();
    double x = number(text, "x");
    double left = looks.contains("e") ? x - width : looks.contains("m") ? x - width / 2 : x;
    double base = number(text, "y");
    return new Area(text.getTextContent(), left, base - 0.72 * size, left + width, base);
  }

  private static Area box(Element rect) {
    double x = number(rect, "x");
    double y = number(rect, "y");
    return new Area(
        rect.getAttribute("class"), x, y, x + number(rect, "width"), y + number(rect, "height"));
  }

  /** From its first point to its last; the bows between are left out. */
  private static Area line(String path) {
    Matcher numbers = NUMBERS.matcher(path);
    List<Integer> all = new ArrayList<>();
    while (numbers.find()) {
      all.add(Integer.parseInt(numbers.group()));
    }
    int x = all.get(0);
    int y = all.get(1);
    int last = all.getLast();
    return path.contains("V")
        ? new Area(path, x - 2, y, x + 2, last)
        : new Area(path, x, y - 1, last, y + 1);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
