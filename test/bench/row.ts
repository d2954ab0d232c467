/** One line of the table. `ratio` is ours against the other's; for rows in "times faster", the other's against ours. */
export interface Row {
  name: string
  value: number
  unit: string
  against: string
  ratio: number
  /** Bound on `ratio`; undefined where there is none yet. */
  target?: { atMost: number } | { atLeast: number }
}

const isMet = ({ ratio, target }: Row): boolean | null => {
  if (!target) return null
  return 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast
}

const targetText = ({ target }: Row): string => {
  if (!target) return ''
  return 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${number(row.value)} ${row.unit}`,
    row.against,
    `${number(row.ratio)}x`,
    targetText(row),
    isMet(row) === null ? '' : isMet(row) ? 'met' : 'not met',
  ])
  const head = ['name', 'value', 'against', 'ratio', 'target', '']
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((cell) => cell[column]?.length ?? 0)))
  return [head, ...cells]
    .map((cell) =>
      cell
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const json = (rows: readonly Row[]): string =>
  JSON.stringify({
    rows: rows.map((row) => ({
      ...row,
      target: row.target ? ('atMost' in row.target ? row.target.atMost : row.target.atLeast) : null,
      met: isMet(row),
    })),
  })

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
