import { useEffect, useRef } from 'react'

/** What a step is about. It takes the keyboard where the step has no field that does. */
export function StepHeading({ title, lead, focus = false }: { title: string; lead: string; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="inline-block font-semibold text-section outline-none">
        {title}
      </h2>
      <p className="text-muted">{lead}</p>
    </div>
  )
}
