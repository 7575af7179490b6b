import { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../apiError.ts';
import type { Wallets } from './wallets.ts';

const TopUp = z.object({ cents: z.int().min(1) });

export function walletRoutes(wallets: Wallets): Router {
  const router = Router();
  const present = (family: string) => ({ family, balanceCents: wallets.balanceOf(family) });

  router.get('/wallets/:family', (req, res) => {
    res.json(present(req.params.family));
  });

  router.post('/wallets/:family/top-up', (req, res) => {
    const { family } = req.params;
    const topUp = TopUp.safeParse(req.body);
    if (!topUp.success) throw new ApiError('validation_failed', 'Say how many cents.');
    wallets.setBalance(family, wallets.balanceOf(family) + topUp.data.cents);
    res.json(present(family));
  });

  return router;
}
