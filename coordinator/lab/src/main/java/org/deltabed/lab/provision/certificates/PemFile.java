package org.deltabed.lab.provision.certificates;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.deltabed.lab.provision.SafeFile;

/** Writes PEM files. */
final class PemFile {

  private PemFile() {}

  static void write(Path file, String type, byte[] der, String mode) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject(type, der));
    }
    SafeFile.write(file, text.toString(), mode);
  }
}
