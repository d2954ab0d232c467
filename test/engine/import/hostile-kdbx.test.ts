import { Consts, Credentials, Int64, Kdbx, ProtectedValue, VarDictionary } from 'kdbxweb'
import { expect, test } from 'vitest'
import { filePassword, outcome, read, valuesIn } from './file-fixture'

/** A KeePass file, sealed as it should be, whose XML is this: only somebody who knows its password can make one. */
async function sealed(xml: string): Promise<Uint8Array> {
  const kdbx = Kdbx.create(new Credentials(ProtectedValue.fromString(filePassword)), 'Hostile')
  kdbx.setKdf(Consts.KdfId.Aes)
  kdbx.header.kdfParameters?.set('R', VarDictionary.ValueType.UInt64, Int64.from(10))
  // Written as a document type, the one node whose name the serialiser writes as it is: `<!DOCTYPE ` before it, `>` after it.
  const raw = {
    nodeType: 10,
    name: xml.replace(/^<!DOCTYPE /, '').replace(/>$/, ''),
    childNodes: [],
    documentElement: { childNodes: [], getAttribute: () => null },
  }
  Reflect.set(kdbx, 'buildXml', () => Reflect.set(kdbx, 'xml', raw))
  return new Uint8Array(await kdbx.save())
}

const file = (subset: string, inside: string) =>
  `<!DOCTYPE KeePassFile ${subset}><KeePassFile><Meta><Generator>x</Generator></Meta><Root>${inside}</Root></KeePassFile>`
const entry = (title: string) =>
  `<Entry><UUID>AAAAAAAAAAAAAAAAAAAAAA==</UUID><String><Key>Title</Key><Value>${title}</Value></String>` +
  '<String><Key>Password</Key><Value>canary</Value></String></Entry>'
const group = (inside: string) => `<Group><UUID>AAAAAAAAAAAAAAAAAAAAAA==</UUID><Name>Root</Name>${inside}</Group>`

test('a file made this way is read like any other', async () => {
  expect(await valuesIn(read(await sealed(file('', group(entry('Parts'))))))).toEqual({ Parts: { Password: 'canary' } })
})

test('entities of a file’s own are never expanded, neither many times nor from another file', async () => {
  const bomb = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(20)}">`).join('')
  const began = performance.now()
  for (const [subset, name] of [
    [`[<!ENTITY e0 "ha">${bomb}]`, '&e12;'],
    ['[<!ENTITY e0 SYSTEM "file:///etc/hostname">]', '&e0;'],
  ] as const) {
    const said = await outcome(valuesIn(read(await sealed(file(subset, group(entry(`a${name}b`)))))))
    expect([`read {"a${name}b":{"Password":"canary"}}`, 'IMPORT_UNREADABLE file']).toContain(said)
  }
  expect(performance.now() - began).toBeLessThan(5000)
})

test('groups nested without end, XML that is cut short and what is no XML are refused by name', async () => {
  const deep = 30_000
  const open = '<Group><UUID>AAAAAAAAAAAAAAAAAAAAAA==</UUID><Name>g</Name>'
  const nested = `${open.repeat(deep)}${'</Group>'.repeat(deep)}`
  for (const inside of [nested, '<Group><Entry>', '&#0;', group(entry('a')).replace('</Name>', '')])
    expect(await outcome(read(await sealed(file('', inside))))).toBe('IMPORT_UNREADABLE file')
}, 60_000)
