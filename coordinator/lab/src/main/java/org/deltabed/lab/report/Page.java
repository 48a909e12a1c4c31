package org.deltabed.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page around the sections: one file, whose policy forbids every request to a network. */
final class Page {
  private final Html html;
  private final ReportSource folder;

  Page(Html html, ReportSource folder) {
    this.html = html;
    this.folder = folder;
  }

  void write() {
    RecordLinks links = new RecordLinks(folder.traces());
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head();
    html.open("body");
    html.trusted(resource("symbols.svg"));
    html.open("main");
    new Headline(html, folder, links).write();
    new PropertiesSection(html, folder, links).write();
    new RunsSection(html, folder, links).write();
    new DelaySection(html, folder, links).write();
    new DetectionSection(html, folder, links).write();
    new ClockSection(html, folder).write();
    new EnvironmentSection(html, folder).write();
    new RecordsSection(html, folder).write(links);
    html.end();
    html.open("script").trusted(resource("report.js")).end();
    html.end().end().line();
  }

  private void head() {
    String style = resource("report.css");
    String script = resource("report.js");
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; img-src data:; style-src 'sha256-"
            + sha256(style)
            + "'; script-src 'sha256-"
            + sha256(script)
            + "'; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.leaf(
        "title", folder.verdict().verdict() + " · " + folder.verdict().name() + " · deltabed");
    // An empty icon of its own: a browser would ask for /favicon.ico.
    html.empty("link", "rel", "icon", "href", "data:,");
    html.open("style").trusted(style).end().end();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
