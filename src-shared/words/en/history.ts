import { area } from '../chosen'

/** What a connection's history says of each event. */
export const historyWords = area('history', {
  notACursor: 'is not a cursor of this history',
  addedFor: (label: string) => `Added for ${label}.`,
  renamed: (nameBefore: string, name: string) => `Renamed from “${nameBefore}” to “${name}”.`,
  refreshed: 'Refreshed its tokens.',
  secretLost: 'Its secret was damaged on the disk and does not open any more.',
  reprovisioned: 'Your operator changed what it consists of.',
  removed: 'Removed.',
  removedHere: (providerNotice: string) => `Removed here. ${providerNotice}`,
  detailsChanged: 'A check found that its details had changed at the provider.',
  testedWorks: 'Tested: it works.',
  tested: (error: string) => `Tested: ${error}`,
  testFailed: 'it failed.',
  refreshFailed: (error: string) => `A refresh failed (${error}).`,
  triedAgain: 'It is tried again.',
  providerSent: (event: string) => `The provider sent “${event}”; it changed nothing.`,
  reconnectedAs: (account: string) => `Reconnected as ${account}.`,
  gained: (scopes: readonly string[]) => `Gained ${scopes.join(', ')}.`,
  lost: (scopes: readonly string[]) => `Lost ${scopes.join(', ')}.`,
  secretBeingErased: (sentence: string) => `${sentence} Its secret is being erased.`,
})
