import { commonWords } from '../../src-shared/words/en/common'
/** What a tab says of itself: how many connections need attention, then the page. */
export function documentTitle(page: string | undefined, count: number): string {
  const name = page === undefined ? commonWords.product : `${page} · ${commonWords.product}`
  return count === 0 ? name : `(${commonWords.number(count)}) ${name}`
}

// A tab has one title, and two who write it: the page, and the frame around it.
const shown: { page: string | undefined; count: number } = { page: undefined, count: 0 }

export function titlePage(page: string | undefined): void {
  shown.page = page
  document.title = documentTitle(shown.page, shown.count)
}

export function titleCount(count: number): void {
  shown.count = count
  document.title = documentTitle(shown.page, shown.count)
}
