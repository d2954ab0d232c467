import type { Keychain } from '../../../src-main/engine/port'

/** The keychain of the golden vault's computer: it turns every byte around, which anybody can still do in a hundred years. */
export const goldenKeychain: Keychain = {
  status: async () => ({ state: 'available', backend: 'golden', reason: null }),
  wrap: async (secret) => secret.map((byte) => byte ^ 0xff),
  unwrap: async (wrapped) => ({ secret: wrapped.map((byte) => byte ^ 0xff), renewed: undefined }),
}
