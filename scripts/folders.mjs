/** Where the project's own code lives. */
export const codeFolders = ['src-shared', 'src-main', 'src-preload', 'src-renderer', 'src-demo', 'test', 'scripts']

/** Those with a tsconfig of their own, so that each sees only the types it may use. */
export const typedLayers = [
  'src-shared',
  'src-main/engine',
  'src-main/host',
  'src-main/shell',
  'src-preload',
  'src-renderer',
  'src-demo',
  'test',
  'scripts',
]
