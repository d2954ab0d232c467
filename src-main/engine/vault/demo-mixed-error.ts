import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'

/** A demo vault opened as a real one, or the other way round. The header says which it is, for good. */
export class DemoMixedError extends Error {
  constructor(readonly vaultIsDemo: boolean) {
    super(vaultIsDemo ? vaultRefusalWords.isDemo : vaultRefusalWords.isReal)
    this.name = 'DemoMixedError'
  }
}
