package watchbill.adapter.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A body that came packed by gzip, unpacked while it is read. What it unpacks to is held to the
/// same limit as any body: a few bytes can be packed that unpack to gigabytes.
final class Unpacked extends InputStream {
  private static final int BUFFER = 8 * 1024;

  private final InputStream packed;
  private final int max;
  private @Nullable GZIPInputStream unpacking;
  private long count;
  private boolean ended;
  private boolean refused;

  Unpacked(InputStream packed, int max) {
    this.packed = packed;
    this.max = max;
  }

  /// Whether the sender says that its body is packed. The server refuses any other way than gzip.
  static boolean isOne(Headers headers) {
    return headers
        .first(HeaderNames.CONTENT_ENCODING)
        .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
        .isPresent();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int read = unpack(target, offset, length);
    if (read < 0) {
      ended = true;
      // To the end, or the server takes what is left for the next request. What is left was not
      // read as part of the body, and must not be lost without a word.
      if (packed.skip(Long.MAX_VALUE) > 0) {
        throw BodyRefused.becauseNotGzip();
      }
      return -1;
    }
    count += read;
    if (count > max && !refused) {
      refused = true;
      throw BodyRefused.becauseUnpacksTo(max);
    }
    return read;
  }

  private int unpack(byte[] target, int offset, int length) throws IOException {
    try {
      if (unpacking == null) {
        unpacking = new GZIPInputStream(packed, BUFFER);
      }
      return unpacking.read(target, offset, length);
    } catch (ZipException | EOFException _) {
      ended = true;
      throw BodyRefused.becauseNotGzip();
    }
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }
}
