import { partOf } from '../part/catalogue'
import { footprintFile } from '../part/kicad/footprint'
import { schematicFile } from '../part/kicad/schematic'
import { symbolLibrary } from '../part/kicad/symbol'
import { type Part, plainName } from '../part/part'
import { stepFile } from '../part/step-file'
import { ServiceRefusal } from '../service-refusal'

/** A file that was made of a part. */
interface PartFile {
  fileName: string
  kind: string
  text: string
}

const symbol = (part: Part): PartFile => file(part, 'kicad_sym', 'kicad_symbol', symbolLibrary(part))
const footprint = (part: Part): PartFile => file(part, 'kicad_mod', 'kicad_footprint', footprintFile(part))
const schematic = (part: Part): PartFile => file(part, 'kicad_sch', 'kicad_schematic', schematicFile(part))
const step = (part: Part): PartFile => file(part, 'step', 'step', stepFile(part))

const file = (part: Part, ending: string, kind: string, text: string): PartFile => ({
  fileName: `${plainName(part.number)}.${ending}`,
  kind,
  text,
})

/** What one service can make of a part, by format; the first is made when none is named. */
type Extraction = readonly [Format, ...Format[]]
type Format = readonly [name: string, ...make: ((part: Part) => PartFile)[]]

export const extractions = {
  edaLibrary: [
    ['kicad', symbol, footprint],
    ['symbol', symbol],
    ['footprint', footprint],
  ],
  edaSchematic: [['kicad', schematic]],
  mechanicalLibrary: [['step', step]],
} satisfies Record<string, Extraction>

/** Makes the files of a part. Throws `ServiceRefusal`: 422 `format_not_supported`, 404 `part_not_found`. */
export function partFiles(
  extraction: Extraction,
  number: string,
  format: string | undefined,
): { part: string; files: PartFile[] } {
  const [first] = extraction
  const found = extraction.find(([name]) => name === (format ?? first[0]))
  if (found === undefined) {
    const known = extraction.map(([name]) => name).join(', ')
    throw new ServiceRefusal(422, 'format_not_supported', `This service makes ${known}, and not ${format}.`)
  }
  const part = partOf(number)
  if (part === undefined) throw new ServiceRefusal(404, 'part_not_found', `There is no part ${number}.`)
  const [, ...makers] = found
  return { part: part.number, files: makers.map((make) => make(part)) }
}
