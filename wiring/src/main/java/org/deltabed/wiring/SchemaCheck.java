package org.deltabed.wiring;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Checks documents against one JSON schema (2020-12). The remedy in an error is the {@code
 * description} that the schema gives for the value, so schemas describe what to write.
 */
public final class SchemaCheck {
  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /** A check against the schema in {@code json}. */
  public static SchemaCheck of(String json) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema = registry.getSchema(json, InputFormat.JSON);
    schema.initializeValidators();
    return new SchemaCheck(schema);
  }

  /** A check against the schema in a resource, which is read and closed. */
  public static SchemaCheck of(InputStream json) {
    try (json) {
      return of(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a document.
   *
   * @throws BadInput for the offence that stands first in the file; a missing key comes after all
   *     others, since a misspelt one is often the reason
   */
  public void check(YamlDocument document) {
    List<Error> errors =
        schema.validate(
            document.root(),
            context -> context.executionConfig(config -> config.locale(Locale.ROOT)));
    errors.stream()
        .map(error -> new SchemaOffence(error, document, schema.getSchemaNode()))
        .min(
            Comparator.comparing(SchemaOffence::isMissingKey)
                .thenComparingInt(SchemaOffence::line)
                .thenComparing(SchemaOffence::order))
        .ifPresent(
            offence -> {
              throw offence.inWords();
            });
  }
}
