/**
 * Whether a second start named another data folder than the one that is open. One that named none wants whichever that is.
 * @param told what the second start said of itself: `data`, an absolute path
 * @param open absolute path of the folder that was named for this one; undefined for the usual one
 */
export function wantsOtherFolder(told: unknown, open: string | undefined): boolean {
  if (typeof told !== 'object' || told === null || !('data' in told) || typeof told.data !== 'string') return false
  return told.data !== open
}
