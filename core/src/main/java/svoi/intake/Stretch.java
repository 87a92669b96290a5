package svoi.intake;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106), two at a time in the whole process and no more, in memory that is kept and
/// given back when nobody has come for minutes.
///
/// 64 MiB, three passes, one lane: a quarter of a second on one core. With 96-bit receipts more
/// would only cost the source time; a passphrase of staff gets the same under the same pepper.
final class Stretch {
  static final int MEMORY_KIB = 64 * 1024;
  static final int PASSES = 3;
  static final int LANES = 1;
  static final int BYTES = 32;

  /// Two run: more would not be faster on two cores and would take 64 MiB each.
  private static final int GATE = 2;

  /// Who waits behind more than this would wait longer than a browser does.
  private static final int WAITING = 64;

  private static final int PATIENCE_SECONDS = 45;

  private static final BlockingQueue<Memory> PLACES =
      new ArrayBlockingQueue<>(GATE, true, List.of(new Memory(), new Memory()));
  private static final AtomicInteger WAITERS = new AtomicInteger();

  private final byte[] pepper;
  private final int memoryKib;
  private final int passes;

  Stretch(byte[] pepper) {
    this(pepper, MEMORY_KIB, PASSES);
  }

  /// With less work, for tests of what does not depend on it.
  ///
  /// @param memoryKib 64 MiB at most
  Stretch(byte[] pepper, int memoryKib, int passes) {
    this.pepper = pepper.clone();
    this.memoryKib = memoryKib;
    this.passes = passes;
  }

  /// 64 MiB, which the collector may take back while nobody uses them.
  private static final class Memory {
    private SoftReference<FixedBlockPool> kept = new SoftReference<>(null);

    FixedBlockPool take() {
      FixedBlockPool pool = kept.get();
      if (pool == null) {
        pool = new FixedBlockPool(Argon2BytesGenerator.getBlockCount(MEMORY_KIB, LANES));
        kept = new SoftReference<>(pool);
      }
      return pool;
    }
  }

  /// Waits for one of the two places, in the order of arrival.
  ///
  /// @throws IntakeUnavailable if too many wait already, or for too long
  byte[] stretch(byte[] password, byte[] salt) {
    try {
      if (WAITERS.incrementAndGet() > WAITING) {
        throw new IntakeUnavailable(IntakeUnavailable.Reason.BUSY);
      }
      return inTurn(password, salt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IntakeUnavailable(IntakeUnavailable.Reason.BUSY);
    } finally {
      WAITERS.decrementAndGet();
    }
  }

  private byte[] inTurn(byte[] password, byte[] salt) throws InterruptedException {
    Memory memory = PLACES.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (memory == null) {
      throw new IntakeUnavailable(IntakeUnavailable.Reason.BUSY);
    }
    try {
      return derive(
          parameters(memoryKib, passes, LANES)
              .withSalt(salt)
              .withSecret(pepper)
              .withBlockPool(memory.take())
              .build(),
          password);
    } finally {
      PLACES.add(memory);
    }
  }

  static Argon2Parameters.Builder parameters(int memoryKib, int passes, int lanes) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memoryKib)
        .withIterations(passes)
        .withParallelism(lanes);
  }

  static byte[] derive(Argon2Parameters parameters, byte[] password) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] derived = new byte[BYTES];
    generator.generateBytes(password, derived);
    return derived;
  }
}
