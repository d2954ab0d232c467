import { area } from '../chosen'

/** Words of buttons and marks that stand on many pages. */
export const common = area('common', {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  done: 'Done',
  loading: 'Loading',
  optional: 'Optional',
  copied: 'Copied',
  copy: (what: string) => `Copy ${what}`,
})
