/** How a host ends when it cannot start: one code for each reason, the same for `serve` and the engine process. */
export const exitCode = {
  badOption: 2,
  folderInUse: 3,
  portTaken: 4,
  folderUnusable: 5,
  unknownFormat: 6,
  demoAndReal: 7,
  wrongPassword: 8,
} as const
