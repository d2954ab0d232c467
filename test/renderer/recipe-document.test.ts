import { describe, expect, test } from 'vitest'
import { readRecipe, recipeDocument, recipeFileName, withoutHidden } from '../../src-renderer/lib/recipe-document'
import { recipeDocument as written } from '../fakes/client-recipe-data'

describe('a text that is to be a recipe', () => {
  test('is handed on where it has nodes, whatever they are', () => {
    expect(readRecipe('{ "nodes": [] }')).toEqual({ recipe: { nodes: [] } })
  })

  test.each(['[]', 'null', '"nodes"', '{}', '{ "nodes": {} }'])('is told apart from other JSON: %s', (text) => {
    expect(readRecipe(text)).toEqual({ problem: 'not_a_recipe' })
  })

  test('says where it is no JSON', () => {
    expect(readRecipe('{ "nodes": [ }')).toMatchObject({ problem: 'not_json', why: expect.stringContaining('JSON') })
  })

  test('is not parsed beyond 1 MiB of UTF-8', () => {
    expect(readRecipe(`{ "nodes": [], "name": "${'ä'.repeat(600_000)}" }`)).toEqual({ problem: 'too_large' })
  })
})

describe('an exported recipe', () => {
  test('holds what can be imported, and nothing that the page was told beside it', () => {
    const { nodes } = recipeDocument(written(1))
    expect(Object.keys(nodes[1] ?? {})).toEqual(['id', 'kind', 'name', 'params', 'credential'])
  })

  test('keeps somebody else’s connection in its place when it replaces the recipe, and drops it in a new one', () => {
    const document = recipeDocument(written(2))
    expect(document.nodes.at(-1)?.credential).toEqual({ private: true })
    expect(withoutHidden(document).nodes.at(-1)).not.toHaveProperty('credential')
  })

  test.each([
    ['File bugs from Slack', 'file-bugs-from-slack.neurocad-recipe'],
    ['../../etc/passwd', 'etc-passwd.neurocad-recipe'],
    ['…', 'recipe.neurocad-recipe'],
    ['Größe prüfen', 'gro-ße-pru-fen.neurocad-recipe'],
  ])('has a plain file name: %s', (name, file) => {
    expect(recipeFileName(name)).toBe(file)
  })
})
