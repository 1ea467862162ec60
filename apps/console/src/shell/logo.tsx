/** The mark of the desk: a shield with a tick. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <defs>
        <linearGradient id="logo-ground" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#2B74E4" />
          <stop offset="1" stopColor="#6FA8F7" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="8" fill="url(#logo-ground)" />
      <path
        d="M16 7l7 2.6v5.2c0 4.6-2.9 8.2-7 9.9-4.1-1.7-7-5.3-7-9.9V9.6z"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M12.6 15.6l2.5 2.5 4.4-4.6"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
