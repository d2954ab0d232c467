import { RECOVERY_GROUP, recoveryCodeSigns } from '../../../src-shared/domain/recovery-code'
import { recoveryWords } from '../../../src-shared/words/en/recovery'

/** What is wrong with a code that was typed back, without saying what it should be; undefined where it is the one that was shown. */
export function typedCodeProblem(typed: string, code: string): string | undefined {
  const given = recoveryCodeSigns(typed)
  const shown = recoveryCodeSigns(code)
  if (given === shown) return undefined
  const at = [...given].findIndex((sign, index) => sign !== shown[index])
  // Until where it is the same, it only ends early.
  if (at === -1) return recoveryWords.tooShort(shown.length - given.length)
  if (at >= shown.length) return recoveryWords.tooLong(given.length - shown.length)
  return recoveryWords.groupDiffers(Math.floor(at / RECOVERY_GROUP) + 1)
}
