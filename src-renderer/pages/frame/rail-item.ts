/** How every entry of the rail looks, link or button. */
export const railItem =
  'flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left transition-colors duration-100 hover:bg-hover hover:text-ink'
