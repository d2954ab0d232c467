import { gridLook } from './card-grid'

/** Of the final size, so that nothing jumps when the cards come. */
export function CardSkeletons() {
  return (
    <div className={`${gridLook} pt-10`} aria-hidden>
      {['a', 'b', 'c'].map((name) => (
        <div key={name} className="skeleton h-[134px]" />
      ))}
    </div>
  )
}
