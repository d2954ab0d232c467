import type { Context } from 'hono'

/**
 * One page of a list, by `page` and `per_page` (30 unless said, 100 at most), with a `Link` header where there are more.
 * Source: GitHub, "Using pagination in the REST API".
 */
export function pageOf<Item>(c: Context, items: readonly Item[], origin: string): Item[] {
  const size = Math.min(positive(c.req.query('per_page'), 30), 100)
  const page = positive(c.req.query('page'), 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, rel: string): string => {
    const url = new URL(c.req.path, origin)
    for (const [name, value] of Object.entries(c.req.query())) url.searchParams.set(name, value)
    url.searchParams.set('page', String(to))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ]
  if (links.length > 0) c.header('link', links.join(', '))
  return items.slice((page - 1) * size, page * size)
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
