/** A demo vault opened as a real one, or the other way round. The header says which it is, for good. */
export class DemoMixedError extends Error {
  constructor(readonly vaultIsDemo: boolean) {
    super(
      vaultIsDemo
        ? 'This folder holds a demo vault. Start with --demo, or choose another folder with --data.'
        : 'This folder holds a real vault, which the demo does not touch. Choose another folder with --data.',
    )
    this.name = 'DemoMixedError'
  }
}
