import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import config from '../../electron-builder.config.mjs'
import { root } from '../../scripts/root.mjs'
import { recipeFile } from '../../src-shared/domain/recipe/recipe-file'

const platforms = [
  ['Linux', config.linux],
  ['macOS', config.mac],
  ['Windows', config.win],
] as const

describe.each(platforms)('on %s', (_name, options) => {
  const associations = [options?.fileAssociations ?? []].flat()

  test('recipes open the application, and nothing else does', () => {
    expect(associations).toMatchObject([
      { ext: recipeFile.extension, mimeType: recipeFile.mimeType, description: 'Neurocad recipe', role: 'Viewer' },
    ])
    expect(config.fileAssociations).toBeUndefined()
  })

  test('they have an icon of their own', () => {
    for (const ending of ['ico', 'icns'])
      expect(existsSync(join(root, config.directories?.buildResources ?? '', `${associations[0]?.icon}.${ending}`))).toBe(true)
  })
})
