// Who may import whom: dependency-cruiser with the rules of `.dependency-cruiser.cjs`.
import { codeFolders } from './folders.mjs'
import { tool } from './tool.mjs'

/** @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation */

/** @returns {Promise<string>} one line per wrong import, or nothing */
export async function layerProblems() {
  const { stdout, stderr } = await tool('depcruise', ...codeFolders, '--output-type', 'json')
  /** @type {{ modules: { source: string }[], summary: { violations: Violation[] } }} */
  let result
  try {
    result = JSON.parse(stdout)
  } catch {
    return stderr || stdout || 'dependency-cruiser said nothing'
  }
  // A cruiser that cannot parse TypeScript (it needs @swc/core here) sees no modules, finds no wrong import, and passes.
  if (!result.modules.some(({ source }) => /^src-.*\.tsx?$/.test(source)))
    return 'dependency-cruiser looked at no TypeScript at all'
  return result.summary.violations.map(described).join('\n')
}

/** @param {Violation} violation */
function described({ rule, from, to, cycle }) {
  return `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`
}
