const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The nth id of a kind, the same in every run, and later ones greater: `run_01J9Z3K4M5N6P7Q8000000000A`. */
export function fakeId(prefix: string, n: number): string {
  const digits = Array.from({ length: 10 }, (_, place) => crockford[Math.floor(n / 32 ** (9 - place)) % 32])
  return `${prefix}_01J9Z3K4M5N6P7Q8${digits.join('')}`
}
