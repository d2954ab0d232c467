import type { Verdict } from '../../../src-shared/domain/recipe/problem'

/** What is wrong with each node, in sentences; a node in order is not among them. */
export function troubleByNode({ problems, incomplete }: Verdict): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const note = (nodeId: string, message: string) => found.set(nodeId, [...(found.get(nodeId) ?? []), message])
  for (const { nodeId, message } of problems) note(nodeId, message)
  for (const { nodeId, message } of incomplete) note(nodeId, message)
  return found
}
