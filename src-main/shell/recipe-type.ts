import { recipeFile } from '../../src-shared/domain/recipe/recipe-file'
import { desktopWords } from '../../src-shared/words/en/desktop'

/** Its file's name in `mime/packages`. */
export const recipeTypeFile = 'neurocad-connect-recipe.xml'

/**
 * By which a Linux desktop knows a recipe's file from its name.
 * Source: Shared MIME-info Database specification 0.21, "The source XML files".
 */
export const recipeTypeXml = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${recipeFile.mimeType}">
    <sub-class-of type="application/json"/>
    <comment>${desktopWords.recipeType}</comment>
    <glob pattern="*.${recipeFile.extension}"/>
  </mime-type>
</mime-info>
`
