import { passwordWords } from '../words/en/password'
/**
 * What a vault password must be, said as the sentence to show, or undefined when it is good.
 * Length is counted in code points, as NIST SP 800-63B asks, and no composition rules are made.
 */
export function passwordProblem(password: string): string | undefined {
  if ([...password].length < 8) return passwordWords.tooShort(8)
  if (password.length > 1024) return passwordWords.tooLong(1024)
  if (isCommon(password.toLowerCase())) return passwordWords.tooCommon
  return undefined
}

function isCommon(lower: string): boolean {
  return common.has(lower) || /^(.)\1+$/su.test(lower) || isRun(lower)
}

/** `12345678`, `abcdefgh`, `87654321`: each character follows the one before it by the same single step. */
function isRun(text: string): boolean {
  const step = text.charCodeAt(1) - text.charCodeAt(0)
  if (Math.abs(step) !== 1) return false
  for (let i = 2; i < text.length; i++) if (text.charCodeAt(i) - text.charCodeAt(i - 1) !== step) return false
  return true
}

// Those of at least 8 characters that lead every published list of leaked passwords; runs and repeats are computed.
const common: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssword p@ssw0rd 1234567890 12341234 11223344
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 asdfghjk asdfghjkl zxcvbnm1 zaq12wsx
  iloveyou iloveyou1 sunshine princess football baseball superman batman123 starwars trustno1 letmein1 letmein123
  welcome1 welcome123 admin123 admin1234 administrator changeme changeme1 changeme123 computer internet whatever michelle
  jennifer hunter12 charlie1 dragon12 monkey12 shadow12 master12 abcd1234 abc12345 a1b2c3d4 aa123456 1a2b3c4d 12345678a
  123456789a qazwsxedc liverpool samantha victoria mustang1 corvette mercedes security default1 secret123 testtest test1234
  testing1 guest123 google123 facebook linkedin dropbox1 neurocad neurocad1 neurocad123`.split(/\s+/),
)
