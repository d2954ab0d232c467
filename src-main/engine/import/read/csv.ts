import { parse } from 'csv-parse/sync'
import { importFileWords as words } from '../../../../src-shared/words/en/import-file'
import { type Source, unreadable } from './source'

/** Characters of one row: far more than any key, and a quote that is never closed is found soon. */
const MOST_IN_ROW = 256 * 1024
const MOST_COLUMNS = 1000

/** A table (RFC 4180), separated by commas, semicolons or tabs. Formulas are text: nothing here computes. */
export const csv: Source = {
  format: 'csv',
  recognises: ({ text, json }) =>
    text !== undefined && json === undefined && !/^\s*[[{<]/.test(text) && separatorOf(text) !== undefined,
  needsKey: () => false,
  async read({ text = '' }) {
    const rows = rowsOf(text, separatorOf(text) ?? ',').filter((row) => row.some((cell) => cell.trim() !== ''))
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    if (width > MOST_COLUMNS) throw unreadable(words.tooManyColumns(MOST_COLUMNS))
    return { entries: [], table: { rows, width }, notes: [] }
  },
}

/** The one that its first line has most of, outside quotes; undefined where it has none. */
function separatorOf(text: string): string | undefined {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, MOST_IN_ROW).trimStart())?.[0] ?? ''
  const unquoted = line.replaceAll(/"(?:[^"]|"")*"/g, '')
  const [best] = ['\t', ';', ',']
    .map((separator) => ({ separator, count: unquoted.split(separator).length - 1 }))
    .sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.separator : undefined
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_IN_ROW,
    })
  } catch (error) {
    // Its message may quote a cell; the line is all that helps.
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : undefined
    throw unreadable(words.brokenTable(line))
  }
}
