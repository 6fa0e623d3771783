// Sounds and vibrations that need no look: one says given, one says look, one calls whoever looks after children.

let audio: AudioContext | null = null;

function tone(frequency: number, from: number, length: number): void {
  if (!audio) return;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.25, audio.currentTime + from);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + from + length);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(audio.currentTime + from);
  oscillator.stop(audio.currentTime + from + length);
}

function play(notes: [frequency: number, from: number, length: number][], buzz: number[]): void {
  try {
    navigator.vibrate?.(buzz);
    audio ??= new AudioContext();
    void audio.resume();
    for (const note of notes) tone(...note);
  } catch {
    // A tablet without sound still shows what happened.
  }
}

/** One high, short: given, go on. */
export function givenSound(): void {
  play([[880, 0, 0.15]], [60]);
}

/** Two low, long: look at the screen. */
export function lookSound(): void {
  play(
    [
      [220, 0, 0.25],
      [180, 0.3, 0.35],
    ],
    [200, 100, 200],
  );
}

/** Three short, rising: somebody is needed. It says to nobody else what for. */
export function callSound(): void {
  play(
    [
      [520, 0, 0.12],
      [660, 0.18, 0.12],
      [780, 0.36, 0.2],
    ],
    [100, 80, 100, 80, 300],
  );
}
