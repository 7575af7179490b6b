const again = (): void => void setImmediate(again);
again();
export {};
