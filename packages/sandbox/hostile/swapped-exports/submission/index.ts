const exported: Record<string, unknown> = module.exports;
exported.add = () => {
  exported.add = () => 7;
  exported.describe = () => 'swapped';
  return 0;
};
