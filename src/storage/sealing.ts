// Seals what is personal (AES-256-GCM) and hashes what people are looked up by (HMAC-SHA-256).
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type Sealing = {
  /**
   * @param text what to keep
   * @param context where it is kept; it opens only there, so that sealed values cannot be swapped between rows
   * @returns `v1.` and base64url of nonce (12 bytes), tag (16 bytes) and ciphertext
   */
  seal(text: string, context: string): string;
  /** @throws UnsealError when the key or the context is another one, or the value was changed. */
  open(sealed: string, context: string): string;
  /** Keyed hash, 32 characters of base64url (192 bits): the same name gives the same hash only under the same key. */
  hash(name: string): string;
};

export class UnsealError extends Error {
  constructor() {
    super('A stored value does not open with this DATA_KEY.');
    this.name = 'UnsealError';
  }
}

const nonceBytes = 12;
const tagBytes = 16;

/** @param key 32 bytes; two keys are derived from it, one to seal and one to hash. */
export function createSealing(key: Buffer): Sealing {
  if (key.length !== 32) throw new RangeError('DATA_KEY is 32 bytes in base64.');
  const sealKey = Buffer.from(hkdfSync('sha256', key, '', 'seal', 32));
  const hashKey = Buffer.from(hkdfSync('sha256', key, '', 'hash', 32));
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      try {
        const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        throw new UnsealError();
      }
    },
    hash: (name) => createHmac('sha256', hashKey).update(name).digest().subarray(0, 24).toString('base64url'),
  };
}
