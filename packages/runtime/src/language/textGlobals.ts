/** `TextEncoder` and `TextDecoder`, as far as engines use them: UTF-8, whole texts. */
import {
  decodeUtf8,
  encodeCounted,
  encodeUtf8Into,
  utf8Length,
} from '#nodeLibrary/bindings/utf8.ts';
import { defineGlobals } from '#web/defineGlobals.ts';

defineGlobals({
  TextEncoder: class TextEncoder {
    encode(text: string): Uint8Array {
      const bytes = new Uint8Array(utf8Length(text));
      encodeUtf8Into(bytes, text);
      return bytes;
    }

    encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
      return encodeCounted(target, text);
    }
  },
  TextDecoder: class TextDecoder {
    decode(bytes?: Uint8Array | ArrayBuffer): string {
      return decodeUtf8(
        bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : (bytes ?? new Uint8Array()),
      );
    }
  },
});
