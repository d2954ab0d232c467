/** Where an address leads, as a person recognises it; the rest of it may hold a state and is not shown. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'the provider'
}
