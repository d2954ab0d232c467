// Who may import whom: dependency-cruiser with the rules of `.dependency-cruiser.cjs`.

import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { cruise, seeTypeImports } from './cruiser-parser.mjs'
import { codeFolders } from './folders.mjs'

/** @returns {Promise<string>} one line per wrong import, or nothing */
export async function layerProblems() {
  const options = await extractOptions('./.dependency-cruiser.cjs')
  const rules = options.ruleSet?.forbidden ?? []
  const isCycle = (/** @type {{ name?: string }} */ { name }) => name === 'no-cycles'
  const wrong = await violations(
    true,
    rules.filter((rule) => !isCycle(rule)),
  )
  return [...wrong, ...(await violations(false, rules.filter(isCycle)))].join('\n')

  /**
   * @param {boolean} types whether imports of types count
   * @param {typeof rules} forbidden
   */
  async function violations(types, forbidden) {
    seeTypeImports(types)
    const { output } = await cruise(codeFolders, { ...options, ruleSet: { forbidden } }, options.enhancedResolveOptions)
    if (typeof output === 'string') return [output]
    // A cruiser that cannot parse TypeScript sees no modules, finds no wrong import, and passes.
    for (const extension of ['.ts', '.tsx'])
      if (!output.modules.some(({ source }) => source.startsWith('src-') && source.endsWith(extension)))
        return [`dependency-cruiser looked at no ${extension} file at all`]
    return output.summary.violations.map(described)
  }
}

/** @param {import('dependency-cruiser').IViolation} violation */
function described({ rule, from, to, cycle }) {
  return `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`
}
