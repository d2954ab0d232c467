import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { commonWords } from '../../../src-shared/words/en/common'
import { recoveryWords } from '../../../src-shared/words/en/recovery'
import { timeWords } from '../../../src-shared/words/en/time'
import { useConnect } from '../../stores/use-connect'

/** What is printed instead of the page: `styles/print.css` shows it on paper and nowhere else. */
export function RecoverySheet({ code }: { code: string }) {
  const facts = useConnect((state) => state.facts)
  const loadFacts = useConnect((state) => state.loadFacts)
  const [made] = useState(() => new Date())
  useEffect(() => void loadFacts(), [loadFacts])
  const name = facts?.demo ? recoveryWords.sheetDemoName(commonWords.product) : recoveryWords.sheetVaultName(commonWords.product)
  return createPortal(
    <div className="print-sheet" aria-hidden>
      <h1>{recoveryWords.sheetTitle}</h1>
      <p className="print-code">
        {code.split('-').map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves.
          <span key={index}>{group}</span>
        ))}
      </p>
      <dl>
        <dt>{recoveryWords.sheetVault}</dt>
        <dd>{name}</dd>
        {facts !== undefined && (
          <>
            <dt>{recoveryWords.sheetFolder}</dt>
            <dd>{facts.dataFolder}</dd>
          </>
        )}
        <dt>{recoveryWords.sheetMade}</dt>
        <dd>{timeWords.absolute(made)}</dd>
      </dl>
      <h2>{recoveryWords.sheetWhat}</h2>
      <ol>
        {recoveryWords.sheetSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{recoveryWords.sheetKeep}</p>
    </div>,
    document.body,
  )
}
