import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import { nameKey } from '../vault/projection-values'
import type { RecipeDependencies } from './recipe-parts'
import { recipeSummary } from './recipe-view'

/** A page by name, with how many match in all, each with its verdict for whoever asks. The cursor is the last recipe's id. */
export function listRecipes(
  { vault, verdicts }: RecipeDependencies,
  actor: Pick<Actor, 'subject'>,
  { query = '', limit = 50, cursor }: Inputs['recipe']['list'],
): Outputs['recipe']['list'] {
  const { store } = vault
  const matching = "removed_at IS NULL AND (? = '' OR instr(name_key, ?) > 0)"
  const key = nameKey(query.trim())
  // A recipe that was removed meanwhile still says where it stood.
  const after = cursor === undefined ? undefined : store.one('SELECT name_key, id FROM recipe WHERE id = ?', [cursor])
  if (cursor !== undefined && after === undefined) throw invalidInput('cursor', refusalWords.notACursor)
  const rows = store.all(
    `SELECT * FROM recipe WHERE ${matching} AND (? IS NULL OR (name_key, id) > (?, ?)) ORDER BY name_key, id LIMIT ?`,
    [key, key, after?.id ?? null, after?.name_key ?? null, after?.id ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  const found = verdicts.of(
    actor,
    page.map(({ id }) => String(id)),
  )
  const total = store.one(`SELECT count(*) AS total FROM recipe WHERE ${matching}`, [key, key])
  return {
    items: page.flatMap((row) => {
      const verdict = found.get(String(row.id))
      return verdict === undefined ? [] : [recipeSummary(vault, row, verdict)]
    }),
    nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null,
    total: Number(total?.total),
  }
}
