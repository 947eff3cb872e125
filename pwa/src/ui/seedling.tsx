/** Two drawings: the logo, an ear that sprouts, and the seedling of empty screens. */

/** Draw the logo: an ear whose inner curve is a sprout. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M6.5 14.5a9.5 9.5 0 0 1 19 0c0 4.3-2.6 6.2-4.3 8.3-1.3 1.6-1.3 2.7-2 4.300a4.7 4.7 0 0 1-8.8-.4" />
      <path d="M15.5 21.500c-.3-3.7.2-6.3 2.3-8.7" />
      <path
        d="M17.8 12.8c-.4-2.1.8-3.5 3.2-3.8.3 2.4-1 4-3.2 3.8Z"
        fill="currentColor"
        stroke-width="1.2"
      />
      <path
        d="M15.7 17.300c-2.7.5-4.3-.8-4.6-3.3 2.7-.2 4.4.9 4.6 3.300Z"
        fill="currentColor"
        stroke-width="1.2"
      />
    </svg>
  );
}

/** Draw a seedling in its soil. */
export function Seedling() {
  return (
    <svg
      viewBox="0 0 120 120"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M60 96c-1-18 0-31 4-44" />
      <path d="M64 52c-3-17 6-29 27-31 2 19-8 32-27 31Z" class="leaf" />
      <path d="M64 52c7-9 14-17 22-24" />
      <path d="M60.5 74c-4-14-15-20-32-17 2 16 14 23 32 17Z" class="leaf" />
      <path d="M60.5 74c-8-5-15-9-24-12" />
      <path d="M24 96c8-3 15 2 22 0s10-3 16-1 12 3 18 0 10-1 16 1" />
      <path d="M44 104h6M62 106h9M82 104h4" />
    </svg>
  );
}
