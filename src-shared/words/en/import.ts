import { area } from '../chosen'

/** The import of a file into the vault, as the engine speaks of it. */
export const importWords = area('import', {
  over: 'This import is over. Choose the file again.',
  notAnExport: 'This file is no export of this program.',
  isAnExport: 'An export of this program is looked into and imported as a whole.',
  alreadyOpen: 'The file is open already.',
  needsPassword: 'The file needs its password first.',
  noTable: 'Only a table has columns to choose.',
  columnMissing: 'The table has no such column.',
  columnOfKey: 'Choose the column that holds the keys.',
  alreadyImported: 'This file was imported already.',
  notImported: 'Nothing was imported from this file yet.',
  nothingChosen: 'Choose at least one entry.',
  noSuchEntry: 'The file has no such entry.',
  noSuchValue: 'The entry has no such value.',
  notReady: 'An entry that still needs something, or that is skipped, cannot be imported.',
  column: (number: number) => `Column ${number}`,
  row: (number: number) => `Row ${number}`,
  noKey: 'It has no key.',
  needsName: 'It needs a name.',
  nameTooLong: 'A name may have at most 120 characters.',
  nameOneLine: 'A name must be one line of text.',
})
