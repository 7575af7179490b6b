app = {
