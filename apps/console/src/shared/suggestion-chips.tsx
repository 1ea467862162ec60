import './suggestion-chips.css';

/** Sentences that are often used, to be taken over with one click and changed afterwards. */
export function SuggestionChips({
  suggestions,
  onChoose,
}: {
  suggestions: readonly string[];
  onChoose: (text: string) => void;
}) {
  if (suggestions.length === 0) return null;
  return (
    <div className="suggestions" role="group" aria-label="常用说法">
      {suggestions.map((suggestion) => (
        <button key={suggestion} type="button" className="suggestion" onClick={() => onChoose(suggestion)}>
          {suggestion}
        </button>
      ))}
    </div>
  );
}
