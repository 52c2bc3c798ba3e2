const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** A key pair of this browser's own making: its private half never travels. Null where a browser cannot. */
export async function makeKeysHere(): Promise<{ privateKey: string; publicKey: string } | null> {
  try {
    const pair = (await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits'])) as CryptoKeyPair;
    const [secret, open] = await Promise.all([
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
      crypto.subtle.exportKey('raw', pair.publicKey),
    ]);
    // RFC 8410 §7: the 32 bytes of the key are the last of its frame.
    return {
      privateKey: base64(new Uint8Array(secret).slice(-32)),
      publicKey: base64(new Uint8Array(open)),
    };
  } catch {
    return null;
  }
}
