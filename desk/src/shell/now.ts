// What time it is, once a second, for ages that are shown in place.
import { ref } from "vue";

export const now = ref(Date.now());

export function startClock(): void {
  setInterval(() => {
    now.value = Date.now();
  }, 1000);
}
