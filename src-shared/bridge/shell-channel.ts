/** Of an engine that ended. A port that was handed over and not heard yet goes to the next engine, so its document is told how many were. */
export interface EngineExit {
  /** The document's. Undefined when none was announced. */
  nonce: string | undefined
  /** How many of its ports had reached the shell by then. */
  heard: number
}

/** Between the preload and the shell, by `ipcRenderer`. */
export const shellChannel = {
  /** preload -> shell, once per document: the nonce that its page's port will carry. */
  announce: 'port-announce',
  /** preload -> shell: the page's port, with the nonce. */
  connect: 'port-connect',
  /** shell -> preload: the engine process has ended; an `EngineExit`. */
  engineExit: 'engine-exit',
  /** shell -> preload: show this page of the application, a path such as `/connect/provider/slackApi`, and the text of a file in it. */
  open: 'open-path',
} as const

/** The environment of the engine process: its whole configuration. */
export const engineVariable = {
  /** Absolute path of the data folder. Without it the engine takes the one that `serve` takes. */
  data: 'NEUROCAD_DATA',
  /** `1`: with the built-in demo platform. */
  demo: 'NEUROCAD_DEMO',
  /** `1`: one line on standard output when ready, as `serve --json` prints it. */
  json: 'NEUROCAD_JSON',
} as const
